// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '52b95a3ab449bf8f';
