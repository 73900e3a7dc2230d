package dev.unclog.call;

import java.util.List;

/**
 * A method, a constructor or the body of a function, by name.
 *
 * @param type the binary name of the type that declares it
 * @param name its simple name; {@code <init>} for a constructor
 * @param parameterTypes erased, by binary name: {@code int}, {@code java.lang.String[]}
 */
public record MethodKey(String type, String name, List<String> parameterTypes) {
  /** Copies the list. */
  public MethodKey {
    parameterTypes = List.copyOf(parameterTypes);
  }

  // Looked up far more often than anything else: what differs most comes first, and overloads of
  // as many parameters share a hash.
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof MethodKey key
            && key.name.equals(name)
            && key.type.equals(type)
            && key.parameterTypes.equals(parameterTypes));
  }

  @Override
  public int hashCode() {
    return (type.hashCode() * 31 + name.hashCode()) * 31 + parameterTypes.size();
  }

  /** {@code java.lang.Thread#sleep(long)}, types of parameters by their simple names. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type).append('#').append(name).append('(');
    for (int i = 0; i < parameterTypes.size(); i++) {
      String parameter = parameterTypes.get(i);
      int cut = Math.max(parameter.lastIndexOf('.'), parameter.lastIndexOf('$'));
      text.append(i == 0 ? "" : ",").append(parameter.substring(cut + 1));
    }
    return text.append(')').toString();
  }
}
