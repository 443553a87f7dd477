import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';

/** Opens the list of all quick fixes that are safe; nothing where no finding has a quick fix. */
export function FixAllButton() {
  const { setView } = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const hasFix = useReport((state) => state.findings.some(({ quickFix }) => quickFix !== undefined));
  if (!hasFix) return null;
  return (
    <Button disabled={readOnly} onClick={() => setView({ dialog: 'fix-all' })}>
      {t('Fix all safe…')}
    </Button>
  );
}
