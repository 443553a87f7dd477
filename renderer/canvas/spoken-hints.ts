import type { ReactFlowProps } from '@xyflow/react';
import { t } from '../words/t';

/** What a screen reader says can be done with a part: React Flow's own words offer to delete it, whoever may edit. */
export function spokenHints(readOnly: boolean): NonNullable<ReactFlowProps['ariaLabelConfig']> {
  const hint = readOnly
    ? t('Enter or Space selects it, Escape clears the selection.')
    : t('Enter or Space selects it, Delete removes it, Escape clears the selection.');
  return {
    'node.a11yDescription.default': hint,
    'node.a11yDescription.keyboardDisabled': hint,
    'edge.a11yDescription.default': hint,
  };
}
