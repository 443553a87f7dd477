export const istio = 'M4 21 20 21 10 24zM4 20 10 19 10 8zM11 19 20 20 11 0z';
