import type {Root} from 'nlcst';
import type {Plugin} from 'unified';
import type {VFile} from 'vfile';
import {proseFromTree} from './document/from-tree.ts';
import {type LintOptions, lintProse} from './engine/lint.ts';
import {addMessages} from './rule/message.ts';

/** All rules as one retext plugin: `unified().use(retextEnglish).use(mtlint, options)`. */
const mtlint: Plugin<[LintOptions?], Root> = (options = {}) => (tree: Root, file: VFile) => {
  const {document, ...result} = lintProse(proseFromTree(tree), options);
  addMessages(file, document, result);
};

export default mtlint;
