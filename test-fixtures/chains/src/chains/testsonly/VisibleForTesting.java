package chains.testsonly;

/** As many libraries declare one. */
@interface VisibleForTesting {}
