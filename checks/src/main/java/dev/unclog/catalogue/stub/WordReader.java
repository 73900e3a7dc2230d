package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns an annotation as written into an instance of the annotation type, so that all others can
 * ask it for its attributes as if it had been compiled. What a word may say is taken from its type.
 */
final class WordReader {
  private final Problems problems;

  WordReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads one word.
   *
   * @param written the annotation
   * @param word its type
   * @return the instance; null if there were problems, which have been noted
   */
  <A extends Annotation> A read(AnnotationExpr written, Class<A> word) {
    int before = problems.count();
    Map<String, Method> attributes = new TreeMap<>();
    for (Method method : word.getDeclaredMethods()) {
      attributes.put(method.getName(), method);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    pairs(written).forEach((name, value) -> put(word, attributes, name, value, values));
    for (Method attribute : attributes.values()) {
      if (!values.containsKey(attribute.getName()) && attribute.getDefaultValue() == null) {
        problems.add(
            written, "@" + Vocabulary.nameOf(word) + " needs " + attribute.getName() + " = …");
      }
      values.putIfAbsent(attribute.getName(), attribute.getDefaultValue());
    }
    return problems.count() == before ? instance(word, values) : null;
  }

  private Map<String, Expression> pairs(AnnotationExpr written) {
    Map<String, Expression> pairs = new LinkedHashMap<>();
    if (written instanceof SingleMemberAnnotationExpr single) {
      pairs.put("value", single.getMemberValue());
    } else if (written instanceof NormalAnnotationExpr normal) {
      normal
          .getPairs()
          .forEach(
              pair -> {
                if (pairs.put(pair.getNameAsString(), pair.getValue()) != null) {
                  problems.add(
                      pair,
                      written.getNameAsString() + " says " + pair.getNameAsString() + " twice");
                }
              });
    }
    return pairs;
  }

  private void put(
      Class<?> word,
      Map<String, Method> attributes,
      String name,
      Expression value,
      Map<String, Object> values) {
    Method attribute = attributes.get(name);
    if (attribute == null) {
      problems.add(value, noSuchAttribute(word, name, attributes.keySet()));
      return;
    }
    Class<?> type = attribute.getReturnType();
    values.put(
        name,
        type.isArray()
            ? array(value, type.getComponentType(), word, name)
            : single(value, type, word, name));
  }

  private static String noSuchAttribute(Class<?> word, String name, Set<String> attributes) {
    String mark = "@" + Vocabulary.nameOf(word);
    if (attributes.isEmpty()) {
      return mark + " takes nothing in parentheses";
    }
    return name.equals("value")
        ? mark + " wants its attributes by name: " + String.join(" = …, ", attributes) + " = …"
        : "unknown attribute " + name + " of " + mark + Spelling.hint(name, attributes, "");
  }

  private Object array(Expression written, Class<?> component, Class<?> word, String name) {
    List<Expression> elements =
        written instanceof ArrayInitializerExpr several ? several.getValues() : List.of(written);
    Object array = Array.newInstance(component, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object element = single(elements.get(i), component, word, name);
      if (element != null) {
        Array.set(array, i, element);
      }
    }
    return array;
  }

  /** One value; null if it is not of the type wanted, which has been noted. */
  private Object single(Expression written, Class<?> type, Class<?> word, String name) {
    Object value;
    if (type == String.class) {
      value = text(written);
    } else if (type == boolean.class) {
      value = written instanceof BooleanLiteralExpr literal ? literal.getValue() : null;
    } else if (type.isEnum()) {
      return constant(written, type);
    } else {
      value =
          written instanceof AnnotationExpr nested
                  && Vocabulary.word(nested.getNameAsString()) == type
              ? read(nested, type.asSubclass(Annotation.class))
              : null;
      if (value == null && written instanceof AnnotationExpr) {
        return null;
      }
    }
    if (value == null) {
      String wanted =
          type == String.class
              ? "a text in quotes"
              : type == boolean.class ? "true or false" : "@" + Vocabulary.nameOf(type);
      problems.add(written, "@" + Vocabulary.nameOf(word) + " wants " + wanted + " for " + name);
    }
    return value;
  }

  private static String text(Expression written) {
    if (written instanceof StringLiteralExpr literal) {
      return literal.asString();
    }
    if (written instanceof TextBlockLiteralExpr block) {
      return block.asString();
    }
    if (written instanceof EnclosedExpr enclosed) {
      return text(enclosed.getInner());
    }
    if (written instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      String left = text(sum.getLeft());
      String right = text(sum.getRight());
      return left == null || right == null ? null : left + right;
    }
    return null;
  }

  private Object constant(Expression written, Class<?> type) {
    String name = "";
    if (written instanceof NameExpr bare) {
      name = bare.getNameAsString();
    } else if (written instanceof FieldAccessExpr qualified
        && List.of(type.getSimpleName(), type.getCanonicalName())
            .contains(qualified.getScope().toString())) {
      name = qualified.getNameAsString();
    }
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
    problems.add(
        written,
        "unknown "
            + type.getSimpleName()
            + " "
            + written
            + Spelling.hint(name.isEmpty() ? written.toString() : name, names, ""));
    return null;
  }

  private static <A extends Annotation> A instance(Class<A> word, Map<String, Object> values) {
    return word.cast(
        Proxy.newProxyInstance(
            word.getClassLoader(),
            new Class<?>[] {word},
            (proxy, method, arguments) ->
                method.getName().equals("annotationType") ? word : values.get(method.getName())));
  }
}
