import { type CSSProperties, useEffect, useState } from 'react';
import { palettes } from '../../../shared/diagram/palette';
import { svgOptions } from '../../../shared/formats/svg/options';
import type { SvgPicture } from '../../../shared/formats/svg/picture';
import { t } from '../../i18n/t';
import { useReport } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { leastTextPt, pageWidthPx, textPtAtPageWidth } from './legibility';
import styles from './PicturePreview.module.css';
import { fittingScale } from './rasterize';
import { type Export, previewOf } from './write-open';

interface PicturePreviewProps {
  readonly what: Export;
  readonly scale: number;
}

interface Drawn {
  readonly picture: SvgPicture;
  readonly url: string;
}

/** The picture as it will stand on a page, with a word where its text would be too small there. */
export function PicturePreview({ what, scale }: PicturePreviewProps) {
  const drawn = useDrawn(what);
  if (drawn === null) return <div className={styles.frame} aria-busy="true" />;
  const { picture, url } = drawn;
  const { theme, background } = svgOptions.parse(what.options);
  const pt = textPtAtPageWidth(picture.svg, picture.width);
  const fitting = fittingScale(picture, scale);
  const size = `${Math.round(picture.width * fitting)} × ${Math.round(picture.height * fitting)} px`;
  return (
    <>
      <div
        className={styles.frame}
        data-transparent={background === 'none' ? '' : undefined}
        style={groundOf(theme)}
      >
        <img
          src={url}
          alt={t('Preview of the picture')}
          width={Math.min(pageWidthPx, picture.width)}
          className={styles.picture}
        />
      </div>
      <p className={styles.size}>
        <span>{size}</span>
        {fitting < scale ? <span>{t('smaller than asked: a browser draws no larger picture')}</span> : null}
      </p>
      {pt !== null && pt < leastTextPt ? (
        <p className={styles.warning}>
          <Icon name="triangle-alert" size={16} label={t('Warning')} />
          <span>
            {t(
              'Across a page its smallest text is {pt} pt; under {least} pt it is hard to read. Select a part and export that, or set it across a wide page.',
              {
                pt: pt.toFixed(1),
                least: leastTextPt,
              },
            )}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** What stands on no ground is shown on squares of the theme that it was coloured for. */
function groundOf(theme: 'light' | 'dark'): CSSProperties {
  const { line, panel } = palettes[theme];
  return { '--square': line, '--under': panel } as CSSProperties;
}

function useDrawn({ design, ...how }: Export): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const analysis = useReport((state) => state.analysis);
  // The options are made anew by each render: what they say is what counts.
  const said = JSON.stringify(how);
  useEffect(() => {
    let wanted = true;
    let url: string | null = null;
    const read: Omit<Export, 'design'> = JSON.parse(said);
    void previewOf({ design, ...read }, { analysis, findings: [] }).then((picture) => {
      if (!wanted) return;
      url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
      setDrawn({ picture, url });
    });
    return () => {
      wanted = false;
      // The one that is shown stays until the next is there.
      if (url !== null) setTimeout(URL.revokeObjectURL, 1_000, url);
    };
  }, [design, said, analysis]);
  return drawn;
}
