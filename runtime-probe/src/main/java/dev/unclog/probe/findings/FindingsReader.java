package dev.unclog.probe.findings;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.unclog.probe.weave.CallSite;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what it wants of a findings file, which is SARIF, and passes over all else. */
final class FindingsReader {
  private static final long FORMAT = 1;

  private final JsonReader in;
  private final List<Finding> findings = new ArrayList<>();
  private String tool = "";
  private long format;

  private FindingsReader(Reader text) {
    this.in = new JsonReader(text);
  }

  /**
   * Reads a file.
   *
   * @throws IOException saying in which line, if it is not whole or not of this version
   */
  static List<Finding> read(Reader text) throws IOException {
    FindingsReader reader = new FindingsReader(text);
    try {
      reader.log();
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (!reader.tool.equals("Unclog")) {
      throw new IOException("it is no findings file of Unclog");
    }
    if (reader.format != FORMAT) {
      throw new IOException(
          "it was written by another version of Unclog (format "
              + reader.format
              + ", not "
              + FORMAT
              + "); compile anew");
    }
    return reader.findings;
  }

  private void log() throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      if (in.nextName().equals("runs")) {
        in.beginArray();
        while (in.hasNext()) {
          run();
        }
        in.endArray();
      } else {
        in.skipValue();
      }
    }
    in.endObject();
  }

  private void run() throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      switch (in.nextName()) {
        case "tool" -> tool = textIn("driver", "name");
        case "results" -> {
          in.beginArray();
          while (in.hasNext()) {
            result();
          }
          in.endArray();
        }
        case "properties" -> {
          in.beginObject();
          while (in.hasNext()) {
            if (in.nextName().equals("unclogFormat")) {
              format = in.nextLong();
            } else {
              in.skipValue();
            }
          }
          in.endObject();
        }
        default -> in.skipValue();
      }
    }
    in.endObject();
  }

  /** A text in an object in an object. */
  private String textIn(String outer, String inner) throws IOException {
    String found = "";
    in.beginObject();
    while (in.hasNext()) {
      if (in.nextName().equals(outer)) {
        found = texts().getOrDefault(inner, "");
      } else {
        in.skipValue();
      }
    }
    in.endObject();
    return found;
  }

  /** The texts and numbers of an object. */
  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new HashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (in.peek() == JsonToken.STRING || in.peek() == JsonToken.NUMBER) {
        texts.put(name, in.nextString());
      } else {
        in.skipValue();
      }
    }
    in.endObject();
    return texts;
  }

  private void result() throws IOException {
    String fingerprint = "";
    String kind = "";
    String sink = "";
    List<Finding.Call> calls = List.of();
    in.beginObject();
    while (in.hasNext()) {
      switch (in.nextName()) {
        case "partialFingerprints" -> fingerprint = texts().getOrDefault("unclog/v1", "");
        case "properties" -> {
          in.beginObject();
          while (in.hasNext()) {
            switch (in.nextName()) {
              case "kind" -> kind = in.nextString();
              case "sink" -> sink = in.nextString();
              case "unclog" -> calls = calls();
              default -> in.skipValue();
            }
          }
          in.endObject();
        }
        default -> in.skipValue();
      }
    }
    in.endObject();
    if (!fingerprint.isEmpty()) {
      findings.add(new Finding(fingerprint, kind, sink, calls));
    }
  }

  private List<Finding.Call> calls() throws IOException {
    List<Finding.Call> calls = new ArrayList<>();
    in.beginObject();
    while (in.hasNext()) {
      if (in.nextName().equals("sites")) {
        in.beginArray();
        while (in.hasNext()) {
          calls.add(call(texts()));
        }
        in.endArray();
      } else {
        in.skipValue();
      }
    }
    in.endObject();
    return calls;
  }

  private static Finding.Call call(Map<String, String> texts) {
    return new Finding.Call(
        texts.getOrDefault("class", "").replace('.', '/'),
        new CallSite(
            texts.getOrDefault("method", ""),
            texts.getOrDefault("descriptor", ""),
            Integer.parseInt(texts.getOrDefault("line", "0")),
            texts.getOrDefault("owner", "").replace('.', '/'),
            texts.getOrDefault("callee", ""),
            texts.getOrDefault("calleeDescriptor", "")));
  }
}
