/** The media types of pictures that can be on the canvas. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const;
export type ImageType = (typeof imageTypes)[number];

export const isImageType = (type: string): type is ImageType => imageTypes.some((one) => one === type);
