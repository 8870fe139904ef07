//! What every page needs: layout, errors, forms, forgery protection, security headers, live updates.
