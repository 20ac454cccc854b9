// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a1ee9da0e70c3daa';
