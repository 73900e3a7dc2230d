package dev.unclog.finding;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** Names of bodies and places, as people write them. */
class NamesTest {
  @Test
  void bodiesAreNamedByTypeAndMember() {
    assertThat(Names.brief("com.acme.Store#save(Item,int)")).isEqualTo("Store.save(Item, int)");
    assertThat(Names.brief("com.acme.Store$Inner#save()")).isEqualTo("Inner.save()");
    assertThat(Names.brief("Store#<init>(Item)")).isEqualTo("new Store(Item)");
  }

  @Test
  void functionsAreNamedByWhereTheyAreWritten() {
    assertThat(Names.brief("com.acme.Store#save(){function}"))
        .isEqualTo("a function in Store.save()");
    assertThat(Names.brief("com.acme.Store#<init>(){function}{function}"))
        .isEqualTo("a function in a function in new Store()");
  }

  @Test
  void placesAreNamedByFileAndLine() {
    assertThat(Names.place(new Finding.Place("file:///x/acme/Store.java", 3, 1, 3, 2)))
        .isEqualTo("Store.java:3");
  }
}
