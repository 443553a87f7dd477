import { type CSSProperties, useEffect, useState } from 'react';
import { palettes } from '../../../shared/diagram/palette';
import type { SvgPicture } from '../../../shared/exporters/svg';
import type { Design } from '../../../shared/model/schema';
import { type PictureOptions, pictureOf } from '../../pictures/picture';
import { fittingScale } from '../../pictures/rasterize';
import { useReport } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { leastTextPt, pageWidthPx, textPtAtPageWidth } from './legibility';
import styles from './PicturePreview.module.css';

interface PicturePreviewProps {
  readonly design: Design;
  readonly options: PictureOptions;
  readonly scale: number;
}

interface Drawn {
  readonly picture: SvgPicture;
  readonly url: string;
}

/** The picture as it will stand on a page, with a word where its text would be too small there. */
export function PicturePreview({ design, options, scale }: PicturePreviewProps) {
  const drawn = useDrawn(design, options);
  if (drawn === null) return <div className={styles.frame} aria-busy="true" />;
  const { picture, url } = drawn;
  const pt = textPtAtPageWidth(picture.svg, picture.width);
  const fitting = fittingScale(picture, scale);
  const size = `${Math.round(picture.width * fitting)} × ${Math.round(picture.height * fitting)} px`;
  return (
    <>
      <div
        className={styles.frame}
        data-transparent={options.background ? undefined : ''}
        style={groundOf(options.theme)}
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

function useDrawn(design: Design, options: PictureOptions): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const analysis = useReport((state) => state.analysis);
  // The options are made anew by each render: what they say is what counts.
  const said = JSON.stringify(options);
  useEffect(() => {
    let wanted = true;
    let url: string | null = null;
    const read: PictureOptions = JSON.parse(said);
    void pictureOf(design, { ...read, embed: false }, analysis).then((picture) => {
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
