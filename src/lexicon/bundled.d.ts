/** Modules of the tagger's model, of which it has no types: they are handed through. */
declare module 'wink-eng-lite-web-model/dist/*.js' {
  const part: unknown;
  export default part;
}
