import { useEffect, useState } from 'react';
import type { TemplateId } from '../../shared/templates/titles';
import { useShownTheme } from '../store/shown-theme';

/** The address of a template's picture in the theme of the window; null until it is drawn. */
export function useTemplatePicture(id: TemplateId): string | null {
  const theme = useShownTheme();
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    // What draws pictures is loaded after the page stands.
    void import('./template-picture')
      .then(({ templatePicture }) => templatePicture(id, theme, () => wanted))
      .then((address) => {
        if (wanted) setSource(address);
      });
    return () => {
      wanted = false;
    };
  }, [id, theme]);
  return source;
}
