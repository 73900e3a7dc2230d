package dev.unclog.chains;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class FoundTest {
  @Test
  void aCallIsNamedAsOneWouldWriteIt() {
    assertThat(Found.named("BlockingCall", "java.lang.Thread#sleep(long)"))
        .isEqualTo("BlockingCall Thread.sleep(long)");
    assertThat(Found.named("BlockingCall", "com.acme.Outer$Inner#open()"))
        .isEqualTo("BlockingCall Outer.Inner.open()");
    assertThat(Found.named("BlockingCall", "java.net.Socket#<init>(String,int)"))
        .isEqualTo("BlockingCall new Socket(String,int)");
  }

  @Test
  void aFindingAboutNoCallIsItsCheck() {
    assertThat(Found.named("UnneededAllowBlocking", "")).isEqualTo("UnneededAllowBlocking");
  }
}
