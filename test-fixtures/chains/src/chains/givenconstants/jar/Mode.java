package chains.givenconstants.library;

public enum Mode {
  FAST,
  SAFE;

  public static final Mode DEFAULT = SAFE;
}
