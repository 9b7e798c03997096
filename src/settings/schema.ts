import * as v from 'valibot';

/** What a rule may be set to. */
export const LEVELS = ['off', 'warn', 'error'] as const;

const level = v.picklist(LEVELS);
const rule = v.union([level, v.strictTuple([level]), v.strictTuple([level, v.record(v.string(), v.unknown())])], 'write `off`, `warn` or `error`, or a list of the level and the options, such as `["warn", {…}]`');
const path = v.pipe(v.string('write the path of a file in quotation marks'), v.nonEmpty('write the path of a file'));
const file = v.pipe(v.strictObject({file: v.pipe(path, v.description('Path of a text file, from the folder of the settings file.'))}), v.metadata({title: 'A file'}));
const list = v.union([path, v.array(v.union([v.pipe(v.string(), v.nonEmpty()), file]))], 'write a list such as `["one", "two"]`, or the path of a text file with one entry a line');
// To valibot a list is a record, too, with numbers as keys: no term is a number.
const variants = v.record(v.pipe(v.string(), v.regex(/\D/, 'write the preferred form and its variants, such as `{"Kyiv": ["Kiev"]}`')), v.union([v.pipe(v.string(), v.nonEmpty()), v.array(v.pipe(v.string(), v.nonEmpty()))]));
const terms = v.union([path, variants, v.array(v.union([variants, file]))], 'write the preferred form and its variants, such as `{"Kyiv": ["Kiev"]}`, or the path of a text file with such lines');
const globs = v.union([v.string(), v.array(v.string())], 'write a pattern such as `"news/**/*.md"`, or a list of patterns');

/** What may be said for all files, and for some under `overrides`. */
const common = {
  rules: v.optional(v.pipe(v.record(v.string(), rule, 'write rule ids with their levels, such as `{"fused-words": "error"}`'), v.description('Levels of rules by id: `off`, `warn` or `error`, or a list of the level and the rule’s options.'))),
  words: v.optional(v.pipe(list, v.description('Words that are right in any case: a list, or the path of a text file with one a line.'))),
  names: v.optional(v.pipe(list, v.description('Names, capitalised as written: a list, or the path of a text file with one a line.'))),
  terms: v.optional(v.pipe(terms, v.description('Preferred forms with the variants that they replace: `Kyiv: [Kiev, Kiew]`, or the path of a text file with lines such as `Kyiv: Kiev, Kiew`.'))),
  accepted: v.optional(v.pipe(list, v.description('Findings that stay as they are, by fingerprint: a list, or the path of a text file with one a line. `mtlint accept finding` adds to it.'))),
  from: v.optional(v.pipe(v.string('write a language, such as `"fr"` or `"French"`'), v.description('Language of the original: ISO 639-1 code or English name. Inferred if absent.'))),
  mt: v.optional(v.pipe(v.picklist(['auto', 'yes', 'no'], 'write `"auto"`, `"yes"` or `"no"`'), v.description('Whether the text is machine-translated: `yes` shows weak signs too, `no` only sure ones, `auto` judges by the evidence.'))),
  minConfidence: v.optional(v.pipe(v.number('write a number from 0 to 1'), v.minValue(0, 'write a number from 0 to 1'), v.maxValue(1, 'write a number from 0 to 1'), v.description('Leave out findings below this confidence, 0 to 1; if absent 0.5, and 0.35 where `mt` is `yes`.'))),
  as: v.optional(v.pipe(v.string('write the name of a format, such as `"markdown"`'), v.description('Format of the files, where their endings do not say: `text`, `markdown` …'))),
  fields: v.optional(v.pipe(v.array(v.string(), 'write a list of paths, such as `["title", "body.text"]`'), v.description('JSON files: paths of the fields that hold prose.'))),
};

const override = v.strictObject({
  files: v.pipe(globs, v.description('Patterns of the files that this is for, from the folder of the settings file.')),
  ...common,
});

const plugin = v.union([path, v.strictTuple([path, v.unknown()])], 'write the name of a package, the path of a file such as `"./rules.mjs"`, or a list of it and its options');

/** The settings of a project, as a settings file gives them. */
export const schema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.optional(v.pipe(v.union([v.string(), v.array(v.string())], 'write a path such as `"./base.json"`, a package, or a list of them'), v.description('Settings to start from: paths from this file’s folder, or packages. Later ones win, this file wins over all.'))),
  ...common,
  plugins: v.optional(v.pipe(v.array(plugin, 'write a list of packages and paths, such as `["./rules.mjs"]`'), v.description('retext plugins and own rules: packages, or paths that begin with `.`, each alone or in a list with its options.'))),
  ignore: v.optional(v.pipe(v.array(v.string(), 'write a list of patterns as in .gitignore, such as `["drafts/"]`'), v.description('Files and folders to leave out, in the manner of .gitignore, from the folder of the settings file.'))),
  overrides: v.optional(v.pipe(v.array(override, 'write a list such as `[{"files": "news/**/*.md", "mt": "yes"}]`'), v.description('What is different for some files. Later entries win.'))),
});

export type Settings = v.InferOutput<typeof schema>;
export type Override = v.InferOutput<typeof override>;
/** What may stand at the top and under `overrides`. */
export type Common = Omit<Override, 'files'>;

/** The keys that an object of a settings file may have; `at` is its path from the top. */
export function keysAt(at: readonly PropertyKey[]): readonly string[] {
  if (!at.length) return Object.keys(schema.entries).filter((key) => key !== '$schema');
  if (at[0] === 'overrides' && at.length === 2) return Object.keys(override.entries);
  return ['file'];
}
