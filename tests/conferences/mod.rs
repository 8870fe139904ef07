mod creating;
mod duties;
mod hours;
mod public_pages;
mod settings;
