// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '384909f9bf0b5f48';
