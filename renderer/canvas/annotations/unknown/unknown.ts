import { t } from '../../../words/t';
import { drawnMark } from '../DrawnMark';
import { UnknownDrawing } from './UnknownDrawing';

/** What is on the canvas for an annotation of a newer program. */
export const unknown = drawnMark({
  Drawing: UnknownDrawing,
  describe: ({ kind }) => t('Annotation “{kind}”', { kind }),
  field: null,
  smallest: null,
});
