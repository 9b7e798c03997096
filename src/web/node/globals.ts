/** Globals of Node that mtlint and its packages use, for bundles that run in browsers (`inject` of esbuild). */
export {Buffer} from 'buffer/';

export const process = {cwd: () => '/', env: {}, argv: [], features: {}, platform: 'browser', nextTick: (then: () => void) => queueMicrotask(then)};

/** Lets messages in between: a promise or `queueMicrotask` would not. */
export const setImmediate = (then: () => void): void => {
  setTimeout(then);
};
