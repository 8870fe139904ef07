//! Pages of a list: which one, how many, and the addresses of its neighbours, with filters kept.

/// One page of a longer list.
#[derive(Clone, Debug)]
pub struct Pager {
    page: i64,
    size: i64,
    total: i64,
    base: String,
}

impl Pager {
    /// `wanted` counts from 1 and is brought into range; `path` is the current path with its query, whose `page` is replaced.
    pub fn new(wanted: Option<i64>, size: i64, total: i64, path: &str) -> Self {
        let last = ((total + size - 1) / size).max(1);
        let (base, query) = path.split_once('?').unwrap_or((path, ""));
        let kept: String = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(url::form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key != "page"))
            .finish();
        let base = if kept.is_empty() { format!("{base}?") } else { format!("{base}?{kept}&") };
        Self { page: wanted.unwrap_or(1).clamp(1, last), size, total, base }
    }

    pub fn offset(&self) -> i64 {
        (self.page - 1) * self.size
    }

    pub fn size(&self) -> i64 {
        self.size
    }

    pub fn total(&self) -> i64 {
        self.total
    }

    pub fn page(&self) -> i64 {
        self.page
    }

    pub fn pages(&self) -> i64 {
        ((self.total + self.size - 1) / self.size).max(1)
    }

    /// First and last row shown, counted from 1; both 0 for an empty list.
    pub fn first(&self) -> i64 {
        if self.total == 0 { 0 } else { self.offset() + 1 }
    }

    pub fn last(&self) -> i64 {
        (self.offset() + self.size).min(self.total)
    }

    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| format!("{}page={}", self.base, self.page - 1))
    }

    pub fn next(&self) -> Option<String> {
        (self.page < self.pages()).then(|| format!("{}page={}", self.base, self.page + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn filters_are_kept_and_the_page_is_brought_into_range() {
        let pager = Pager::new(Some(99), 50, 120, "/list?search=a%20b&page=99");
        assert_eq!((pager.page(), pager.first(), pager.last()), (3, 101, 120));
        assert_eq!(pager.previous().unwrap(), "/list?search=a+b&page=2");
        assert_eq!(pager.next(), None);
        assert_eq!(Pager::new(None, 50, 0, "/list").first(), 0);
    }
}
