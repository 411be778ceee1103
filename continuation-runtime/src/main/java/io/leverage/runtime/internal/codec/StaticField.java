package io.leverage.runtime.internal.codec;

import java.lang.reflect.Field;

/**
 * A static field that travels with its value. It takes the value when it is written, and sets it as
 * soon as it is read.
 *
 * @param field the field; accessible
 */
public record StaticField(Field field) {}
