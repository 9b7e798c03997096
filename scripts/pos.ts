/** The part-of-speech model of wink-eng-lite-web-model in a form that opens without being parsed; read by `src/evidence/pos-model.ts`. */
import {createRequire} from 'node:module';
import type {Core} from '../src/evidence/pos-model.ts';

interface Stored extends Omit<Core, 'lexicon' | 'xpansions'> {
  lexicon: string;
  xpansions: string;
}

const wordsOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Its numbers and texts as bytes (see `readCore`), and what is left of the model as data for JSON. */
export function compilePos(): {bytes: Buffer; rest: unknown} {
  const load = createRequire(import.meta.url);
  const path = 'wink-eng-lite-web-model/dist/languages/cur/models';
  const {lexicon, xpansions, features: {lexeme, ...features}, ...core} = structuredClone(load(`${path}/eng-core-web-model.json`)) as Stored;
  const list = lexeme!.list as string[];
  const texts = list.map((text) => Buffer.from(text));
  const starts = new Uint32Array(list.length + 1);
  for (const [i, text] of texts.entries()) starts[i + 1] = starts[i]! + text.length;
  const head = new Uint32Array([wordsOf(lexicon).length / 4, wordsOf(xpansions).length / 4, list.length]);
  return {
    bytes: Buffer.concat([Buffer.from(head.buffer), wordsOf(lexicon), wordsOf(xpansions), Buffer.from(starts.buffer), ...texts]),
    rest: {core: {...core, features}, machines: load(`${path}/eng-pos-model.json`), negation: load(`${path}/eng-negation-model.json`), meta: load(`${path}/eng-cer-meta-model.json`)},
  };
}
