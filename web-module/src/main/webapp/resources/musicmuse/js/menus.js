/*
 * Menus open at once. While PrimeFaces lets one fade in, a click on an item of it fails with an error in the console and
 * chooses nothing: quick fingers and slow machines are early for it.
 */
PrimeFaces.utils.disableAnimations();
