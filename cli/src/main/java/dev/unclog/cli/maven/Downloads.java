package dev.unclog.cli.maven;

import dev.unclog.cli.terminal.Progress;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Tells a user that waits what is being fetched. */
final class Downloads extends AbstractTransferListener {
  private final Progress progress;

  Downloads(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void transferStarted(TransferEvent event) {
    String name = event.getResource().getResourceName();
    progress.say("fetching " + name.substring(name.lastIndexOf('/') + 1));
  }
}
