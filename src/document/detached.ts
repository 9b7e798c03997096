/**
 * The same text, cut off from the longer one that it may be a piece of: V8 keeps pieces as views, which keep the whole alive. For what is
 * kept longer than its document. What is put together here becomes one text, of which the result is the piece, when it is cut.
 */
export const detached = (text: string): string => ` ${text}`.slice(1);
