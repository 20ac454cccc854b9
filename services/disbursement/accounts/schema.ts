// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4527f00d4a54f45b';
