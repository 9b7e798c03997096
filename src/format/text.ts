import {proseFromText} from '../document/prose.ts';
import type {Format} from './format.ts';

/** Plain text: prose and source are the same. */
export const text: Format = {
  id: 'text',
  parse: (source) => ({prose: proseFromText(source), comments: [], toSource: (start, end) => [start, end], toSourceEdit: (edit) => edit}),
};
