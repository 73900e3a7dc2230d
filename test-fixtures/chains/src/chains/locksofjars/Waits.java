package chains.locksofjars;

import chains.locksofjars.library.Journal;
import dev.unclog.annotations.Cooperative;

/** When a dependency holds its own locks is not to be seen: such a wait is told on demand. */
class Waits {
  /** Its other method reads a file while it holds the same monitor. */
  @Cooperative
  void asksAJournal(Journal journal) {
    journal.size(); // finds: SynchronizedIo Files.readString(Path)
  }

  @Cooperative
  void asksAJournalRoughly(Journal journal) { // silent
    journal.roughSize();
  }
}
