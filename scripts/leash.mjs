// Loaded into a child process: when the process that started it is gone, it ends too.
// Its own children load this file as well, and keep their channel as it is.
const owner = Number(new URL(import.meta.url).searchParams.get("owner"));
if (process.ppid === owner && process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
