export { partBoxes } from '../../shared/edits/part-boxes';
export { boundsOf, contains, holds, middleOf, overlaps } from '../../shared/layout/geometry';
