// Loaded into a process before its own code: at the end it says on standard error how much memory the process had at most, in kilobytes.
if (require('node:worker_threads').isMainThread) process.on('exit', () => process.stderr.write(`\n${process.resourceUsage().maxRSS}\n`));
