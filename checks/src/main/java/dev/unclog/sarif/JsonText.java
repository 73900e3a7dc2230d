package dev.unclog.sarif;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as text, and as a tree of maps, lists, texts, numbers and truth values. */
public final class JsonText {
  /** Far more than any document of ours, and far less than what fills a stack. */
  private static final int DEEPEST = 100;

  private JsonText() {}

  /**
   * Writes a tree.
   *
   * @param tree what to write
   * @return the text in ASCII, so that it is the same in whatever encoding it is written
   */
  public static String of(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setIndent("  ");
      write(tree, out);
    } catch (IOException e) {
      throw new UncheckedIOException("there is no disk to be full", e);
    }
    return ascii(text.toString()) + "\n";
  }

  private static void write(Object value, JsonWriter out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.beginObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        out.name((String) member.getKey());
        write(member.getValue(), out);
      }
      out.endObject();
    } else if (value instanceof List<?> list) {
      out.beginArray();
      for (Object element : list) {
        write(element, out);
      }
      out.endArray();
    } else if (value instanceof Number number) {
      out.value(number);
    } else if (value instanceof Boolean truth) {
      out.value(truth);
    } else {
      out.value((String) value);
    }
  }

  /** Only strings hold other characters. */
  private static String ascii(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 128) {
        escaped.append(c);
      } else {
        escaped.append("\\u%04x".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  /**
   * Reads a text.
   *
   * @param text all of it
   * @return the tree; whole numbers as {@link Long}
   * @throws BadFindingsException naming the line, if it is no JSON or not all of it
   */
  public static Object read(String text) throws BadFindingsException {
    try (JsonReader in = new JsonReader(new StringReader(text))) {
      Object tree = read(in, 0);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new BadFindingsException("there is more behind its end");
      }
      return tree;
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new BadFindingsException(reason(e, text));
    }
  }

  private static Object read(JsonReader in, int depth) throws IOException, BadFindingsException {
    if (depth > DEEPEST) {
      throw new BadFindingsException("it is nested too deep, at " + in.getPath());
    }
    return switch (in.peek()) {
      case BEGIN_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
          map.put(in.nextName(), read(in, depth + 1));
        }
        in.endObject();
        yield map;
      }
      case BEGIN_ARRAY -> {
        List<Object> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
          list.add(read(in, depth + 1));
        }
        in.endArray();
        yield list;
      }
      case NUMBER -> number(in.nextString());
      case BOOLEAN -> in.nextBoolean();
      case NULL -> {
        in.nextNull();
        yield null;
      }
      default -> in.nextString();
    };
  }

  private static Number number(String digits) {
    double number = Double.parseDouble(digits);
    long whole = (long) number;
    if (whole == number) {
      return whole;
    }
    return number;
  }

  /** In one line, without the advice that the library gives to programmers. */
  private static String reason(Exception e, String text) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    message = message.replaceFirst("^Use JsonReader\\.setStrictness.* to accept ", "");
    boolean ended = message.startsWith("End of input") || message.startsWith("Unterminated");
    return ended
        ? "it ends in its middle, at line " + Math.max(1, text.lines().count())
        : "it is no JSON: " + message;
  }
}
