// Loaded into each program before it starts: when the command that forked it dies without a word (kill -9), it stops too.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// Listening must not keep a finished program alive.
process.channel?.unref();
