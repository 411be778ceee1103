package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.CompilationUnit;
import java.nio.file.Path;

/**
 * One source file: its text, and its tree with javac's attribution joined to it.
 *
 * @param path the file, as the user named it
 * @param text its text
 * @param unit its tree, which its transformation changes in place
 */
public record ParsedFile(Path path, String text, CompilationUnit unit) {}
