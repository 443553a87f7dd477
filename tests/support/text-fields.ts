interface TextFieldOfWindow {
  readonly title: string;
  readonly file: string;
  /** `search` is a `SearchField` or a `LensSearchField` of `renderer/ui`. */
  readonly tag: 'input' | 'textarea' | 'search';
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
  { title: 'find on canvas', file: 'renderer/panels/find/FindBar.tsx', tag: 'input' },
  { title: 'list of choices at a part', file: 'renderer/canvas/ChoiceForm.tsx', tag: 'input' },
  { title: 'name on a card', file: 'renderer/canvas/InPlaceInput.tsx', tag: 'input' },
  { title: 'note on the canvas', file: 'renderer/canvas/annotations/InPlaceText.tsx', tag: 'textarea' },
  { title: 'name of a new flow', file: 'renderer/canvas/cards/AddFlow.tsx', tag: 'input' },
  { title: 'ratio of a new flow', file: 'renderer/canvas/cards/AddFlow.tsx', tag: 'input' },
  { title: 'text of the inspector', file: 'renderer/panels/fields/TextField.tsx', tag: 'input' },
  { title: 'note of the inspector', file: 'renderer/panels/fields/TextField.tsx', tag: 'textarea' },
  { title: 'number of the inspector', file: 'renderer/ui/NumberField.tsx', tag: 'input' },
  { title: 'search of the inspector', file: 'renderer/panels/inspector/SearchedFields.tsx', tag: 'search' },
  { title: 'search of the templates', file: 'renderer/dialogs/templates/TemplateGallery.tsx', tag: 'search' },
  { title: 'reason of a finding', file: 'renderer/panels/findings/DismissForm.tsx', tag: 'input' },
  { title: 'search of findings', file: 'renderer/panels/findings/FindingBar.tsx', tag: 'search' },
  { title: 'name of a scenario', file: 'renderer/panels/what-if/Scenarios.tsx', tag: 'input' },
  { title: 'name of a version', file: 'renderer/dialogs/versions/VersionsDialog.tsx', tag: 'input' },
  { title: 'search of the licences', file: 'renderer/dialogs/about/Licences.tsx', tag: 'search' },
  { title: 'search of the reference', file: 'renderer/dialogs/reference/ReferenceDialog.tsx', tag: 'search' },
  { title: 'search of the shortcuts', file: 'renderer/dialogs/shortcuts/ShortcutsDialog.tsx', tag: 'search' },
  { title: 'search of the library', file: 'renderer/library/Library.tsx', tag: 'search' },
  { title: 'name in the library', file: 'renderer/library/DesignList.tsx', tag: 'input' },
  { title: 'notes of an attempt', file: 'renderer/practice/sheet/WrittenField.tsx', tag: 'textarea' },
  { title: 'question of an attempt', file: 'renderer/practice/sheet/Questions.tsx', tag: 'input' },
  { title: 'estimate of an attempt', file: 'renderer/practice/sheet/EstimateFields.tsx', tag: 'input' },
  { title: 'author of a comment', file: 'renderer/practice/review/Comments.tsx', tag: 'input' },
  { title: 'comment on an attempt', file: 'renderer/practice/review/Comments.tsx', tag: 'input' },
] as const satisfies readonly TextFieldOfWindow[];

export type TextFieldTitle = (typeof textFields)[number]['title'];
