import { useEffect, useRef, useState } from 'react';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { useWorkspace } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { factorText } from '../../words/figures';
import { t } from '../../words/t';
import sheet from '../sizing/SizeDialog.module.css';
import { useVersions } from '../versions/use-versions';
import styles from './Compare.module.css';
import { ComparisonView } from './ComparisonView';
import { LabelledSelect } from './LabelledSelect';
import { designFromFile, type OtherDesign, otherChoices, otherDesign } from './other-designs';
import { useComparison } from './use-comparison';

const fileValue = 'file';

/** The open design beside another of the library, an earlier step of its own history, one of its versions or a file. */
export function CompareDialog() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const load = useView((state) => state.load);
  const [swapped, setSwapped] = useState(false);
  const { choices, value, other, file, choose, chooseFile } = useOther();
  const found = other?.ok === true ? other.design : null;
  const [before, after] = swapped ? [design, found] : [found, design];
  const comparison = useComparison(before, after);
  const close = (): void => editor.setView({ dialog: null });
  const options =
    file === null ? choices : [...choices, { value: fileValue, title: file, group: t('Files') }];
  const [otherName, openName] = [found?.name ?? '', design?.name ?? ''];
  // Two versions of one design have the same name: the choice says which is meant.
  const chosenName =
    otherName === openName ? (options.find((one) => one.value === value)?.title ?? otherName) : otherName;
  const names = swapped ? { before: openName, after: chosenName } : { before: chosenName, after: openName };
  return (
    <Dialog
      title={t('Compare')}
      size="large"
      onClose={close}
      scrolls
      footer={<Button onClick={close}>{t('Close')}</Button>}
    >
      <div className={styles.choice}>
        {options.length === 0 ? null : (
          <LabelledSelect label={t('Compare with')} value={value} options={options} onChange={choose} />
        )}
        <Button icon="folder-open" onClick={chooseFile}>
          {t('Choose file…')}
        </Button>
        <Button
          icon="arrow-right-left"
          aria-pressed={swapped}
          disabled={found === null}
          onClick={() => setSwapped(!swapped)}
        >
          {t('Swap')}
        </Button>
      </div>
      {before === null || after === null ? (
        <p className={sheet.progress} role={other?.ok === false ? 'alert' : undefined}>
          {nothingWords(options.length, other)}
        </p>
      ) : (
        <>
          <p className={sheet.lead}>
            {load === 1
              ? t('From “{before}” to “{after}”.', names)
              : t('From “{before}” to “{after}”, both at {load} times their rates.', {
                  ...names,
                  load: factorText(load),
                })}
          </p>
          <ComparisonView
            before={before}
            after={after}
            comparison={comparison}
            explained={swapped ? 'before' : 'after'}
          />
        </>
      )}
    </Dialog>
  );
}

function nothingWords(choices: number, other: OtherDesign | null): string {
  if (other?.ok === false) return other.message;
  if (choices > 0) return t('Reading…');
  return t(
    'There is no other design in the library and no earlier step of this one. Choose a file to compare with.',
  );
}

/** What is compared with, and the ways to choose it: at first the design as it was opened, or another of the library. */
function useOther() {
  const editor = useEditor();
  const document = useDocument((state) => state);
  const designs = useWorkspace((state) => state.designs) ?? [];
  const versions = useVersions(document.design?.id ?? null) ?? [];
  const choices = otherChoices(document, designs, versions);
  const [chosen, setChosen] = useState<string | null>(useView((state) => state.compareWith));
  const [read, setRead] = useState<{ readonly of: string; readonly other: OtherDesign } | null>(null);
  const [file, setFile] = useState<{ readonly name: string; readonly other: OtherDesign } | null>(null);
  const value = chosen ?? choices[0]?.value ?? '';
  const isGone = useRef(false);
  useEffect(() => {
    if (value === '' || value === fileValue) return;
    let isCurrent = true;
    void otherDesign(value, editor.document.getState()).then((other) => {
      if (isCurrent) setRead({ of: value, other });
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, value]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const chooseFile = (): void => {
    void designFromFile().then((picked) => {
      if (picked === null || isGone.current) return;
      setFile(picked);
      setChosen(fileValue);
    });
  };
  const other = value === fileValue ? (file?.other ?? null) : read?.of === value ? read.other : null;
  return { choices, value, other, file: file?.name ?? null, choose: setChosen, chooseFile };
}
