package dev.unclog.catalogue.stub;

import dev.unclog.annotations.stub.Library;
import dev.unclog.annotations.stub.Means;
import dev.unclog.annotations.stub.NeverEntered;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;

/** Where in a stub file a word may stand. */
enum Place {
  PACKAGE("a package", ElementType.PACKAGE),
  TYPE("a type", ElementType.TYPE),
  ANNOTATION_TYPE("an annotation type", ElementType.ANNOTATION_TYPE),
  METHOD("a method", ElementType.METHOD),
  CONSTRUCTOR("a constructor", ElementType.CONSTRUCTOR),
  FIELD("a field", ElementType.FIELD),
  PARAMETER("a parameter", ElementType.PARAMETER);

  private final String phrase;
  private final ElementType target;

  Place(String phrase, ElementType target) {
    this.phrase = phrase;
    this.target = target;
  }

  /** Whether a word says something here. */
  boolean takes(Class<? extends Annotation> word) {
    return switch (this) {
      // In code a package's own word stands in its package-info; stubs speak of types and members.
      case PACKAGE -> word == Library.class || word == NeverEntered.class;
      case ANNOTATION_TYPE -> word == Means.class;
      default -> word != Library.class && targets(word).contains(target);
    };
  }

  /** Why a word says nothing here. */
  String refusal(Class<? extends Annotation> word) {
    if (word == Library.class) {
      return "@Library stands once, before the first package line";
    }
    List<String> places =
        Arrays.stream(values()).filter(place -> place.takes(word)).map(p -> p.phrase).toList();
    return "@"
        + Vocabulary.nameOf(word)
        + " says nothing on "
        + phrase
        + "; it stands on "
        + String.join(", ", places);
  }

  private static List<ElementType> targets(Class<? extends Annotation> word) {
    return List.of(word.getAnnotation(Target.class).value());
  }
}
