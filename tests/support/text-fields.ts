interface TextFieldOfWindow {
  readonly title: string;
  readonly file: string;
  readonly tag: 'input' | 'textarea';
}

/**
 * Every field of the window in which text is written, and the file that draws it: the architecture tests compare the list
 * with the source, the end-to-end tests compose text in each.
 */
export const textFields = [
  { title: 'name of the design', file: 'renderer/frame/DesignName.tsx', tag: 'input' },
  { title: 'search of the palette', file: 'renderer/panels/palette/KindSearch.tsx', tag: 'input' },
  { title: 'command palette', file: 'renderer/dialogs/CommandPalette.tsx', tag: 'input' },
  { title: 'add box', file: 'renderer/canvas/AddBox.tsx', tag: 'input' },
  { title: 'target of a connection', file: 'renderer/canvas/tools/ConnectPicker.tsx', tag: 'input' },
  { title: 'name on a card', file: 'renderer/canvas/InPlaceInput.tsx', tag: 'input' },
  { title: 'note on the canvas', file: 'renderer/canvas/annotations/InPlaceText.tsx', tag: 'textarea' },
  { title: 'name of a new flow', file: 'renderer/canvas/cards/AddFlow.tsx', tag: 'input' },
  { title: 'ratio of a new flow', file: 'renderer/canvas/cards/AddFlow.tsx', tag: 'input' },
  { title: 'text of the inspector', file: 'renderer/panels/fields/TextField.tsx', tag: 'input' },
  { title: 'note of the inspector', file: 'renderer/panels/fields/TextField.tsx', tag: 'textarea' },
  { title: 'number of the inspector', file: 'renderer/ui/NumberField.tsx', tag: 'input' },
  { title: 'reason of a finding', file: 'renderer/panels/findings/DismissForm.tsx', tag: 'input' },
  { title: 'search of the licences', file: 'renderer/dialogs/about/Licences.tsx', tag: 'input' },
  { title: 'search of the reference', file: 'renderer/dialogs/reference/ReferenceDialog.tsx', tag: 'input' },
  { title: 'search of the library', file: 'renderer/library/Library.tsx', tag: 'input' },
  { title: 'name in the library', file: 'renderer/library/DesignList.tsx', tag: 'input' },
] as const satisfies readonly TextFieldOfWindow[];

export type TextFieldTitle = (typeof textFields)[number]['title'];
