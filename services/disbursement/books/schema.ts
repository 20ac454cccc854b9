// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e386b18aacca8e38';
