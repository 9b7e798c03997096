/** The bundle of `worker.ts`, as `scripts/package-obsidian.ts` puts it into the plugin. */
declare module 'worker-code' {
  const code: string;
  export default code;
}
