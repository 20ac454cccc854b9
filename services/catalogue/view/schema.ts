// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a9ad613ef64d1847';
