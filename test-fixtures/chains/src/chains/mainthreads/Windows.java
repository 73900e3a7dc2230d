package chains.mainthreads;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** A window has one thread that paints and that all events come from. */
class Windows {
  static class Pressed implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
      load(); // finds: BlockingCall Files.readString(Path)
    }
  }

  void builds(JButton button) {
    button.addActionListener(event -> load()); // finds: BlockingCall Files.readString(Path)
  }

  void queues() {
    SwingUtilities.invokeLater(() -> load()); // finds: BlockingCall Files.readString(Path)
  }

  static class Works extends SwingWorker<String, Void> {
    @Override
    protected String doInBackground() { // silent
      return load();
    }

    @Override
    protected void done() {
      load(); // finds: BlockingCall Files.readString(Path)
    }
  }

  static class Screen extends Activity {
    @Override
    protected void onCreate(Bundle state) {
      load(); // finds: BlockingCall Files.readString(Path)
    }

    void shows() {
      runOnUiThread(() -> load()); // finds: BlockingCall Files.readString(Path)
    }
  }

  static class Loads extends AsyncTask<String, Void, String> {
    @Override
    protected String doInBackground(String... names) { // silent
      return load();
    }

    @Override
    protected void onPostExecute(String result) {
      load(); // finds: BlockingCall Files.readString(Path)
    }
  }

  static String load() {
    try {
      return Files.readString(Path.of("a"));
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
