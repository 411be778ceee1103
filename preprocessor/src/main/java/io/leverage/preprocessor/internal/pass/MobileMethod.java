package io.leverage.preprocessor.internal.pass;

/**
 * A method or lambda of the user's that was made mobile.
 *
 * @param name as in a stack trace
 * @param line where it begins in the user's file
 * @param column where it begins in that line
 * @param frame the simple name of its frame class, which nothing else in the file has
 * @param size how long the text of its resume body is, its largest part
 */
public record MobileMethod(String name, int line, int column, String frame, int size) {}
