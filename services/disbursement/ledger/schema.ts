// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ac7da78adb74471b';
