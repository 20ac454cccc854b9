// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '294354e75a546d4c';
