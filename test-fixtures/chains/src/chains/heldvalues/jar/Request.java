package chains.heldvalues.library;

public class Request {
  private int code;

  public static Request of(int code) {
    Request request = new Request();
    request.setCode(code);
    return request;
  }

  public int getCode() {
    return code;
  }

  public void setCode(int code) {
    this.code = code;
  }
}
