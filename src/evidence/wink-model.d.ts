/** Parts of the model that its own types do not name. */
declare module 'wink-eng-lite-web-model/dist/*.js' {
  const part: unknown;
  export default part;
}

/** Makes a machine; `lexemes` says which token is passed over. */
declare module 'wink-nlp/src/automaton.js' {
  const makeAutomaton: (lexemes: {lookup(text: string): readonly number[]}, passedOver: string) => unknown;
  export default makeAutomaton;
}
