/** One line of a menu; `separator` separates groups of lines. */
export type MenuItem =
  | { readonly kind: 'separator'; readonly id: string }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: string;
      /** The shortcut as it is shown. */
      readonly keys?: string;
      /** A tick, for what can be on and off. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      /** Why it is disabled, where that is not obvious. */
      readonly reason?: string;
      readonly tone?: 'danger';
      /** It opens another list in place of this one, or goes back to the one before. */
      readonly leads?: 'in' | 'back';
      readonly run: () => void;
    };
