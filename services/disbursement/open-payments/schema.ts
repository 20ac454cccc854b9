// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9267b96cabb7e1c3';
