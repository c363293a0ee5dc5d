use axum::Json;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use govplan::{Error, Format, JsonErrorKind, Language, Message, ReadError};
use serde::Serialize;
use std::time::Duration;

/// Why a request gets no plan: a status, and the fields of govplan's errors as JSON.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    said: Box<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    /// Why, as a permanent code.
    code: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    /// Where in the JSON of a plan: JSON Pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

/// The body of an answer.
#[derive(Serialize)]
struct Body {
    error: Box<Said>,
}

impl Failure {
    fn new(status: StatusCode, code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let message = Message::new(zh, en);
        let said = Said { code, message, found: None, expected: None, pointer: None, line: None, column: None };
        Self { status, said: Box::new(said) }
    }

    fn about(mut self, found: Option<String>, expected: Option<String>) -> Self {
        (self.said.found, self.said.expected) = (found, expected);
        self
    }

    /// What govplan says of a document that it cannot load.
    pub(crate) fn load(error: &Error) -> Self {
        let [zh, en] = [Language::Chinese, Language::English].map(|language| error.message(language));
        let failure = Self::new(status(error), error.code(), zh, en);
        match error {
            Error::Document(error) => failure.about(error.found(), error.expected()),
            Error::Plan { error, .. } => {
                let [found, expected, pointer] =
                    [error.found(), error.expected(), error.pointer()].map(|text| text.map(str::to_owned));
                let mut failure = failure.about(found, expected);
                let said = &mut failure.said;
                (said.pointer, said.line, said.column) = (pointer, error.line(), error.column());
                failure
            }
            _ => failure,
        }
    }

    /// A body that did not come whole, or holds too many bytes.
    pub(crate) fn body(rejection: &BytesRejection, allowed: usize) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                format!("文件超过{allowed}字节的上限；请拆分文件"),
                format!("the document holds more than {allowed} bytes, expected at most so many; split it"),
            )
            .about(None, Some(allowed.to_string())),
            _ => Self::new(
                StatusCode::BAD_REQUEST,
                "body",
                "文件没有传完；请重新发送",
                "the document did not come whole; send it again",
            ),
        }
    }

    /// A query that names what there is not, or names a thing twice.
    pub(crate) fn query(rejection: &QueryRejection) -> Self {
        let detail = rejection.body_text();
        Self::new(
            StatusCode::BAD_REQUEST,
            "query",
            format!("查询参数有误（{detail}）"),
            format!("the query is not understood: {detail}"),
        )
    }

    /// A format that there is not.
    pub(crate) fn format(found: &str) -> Self {
        let formats: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let expected = format!("one of {}", formats.join(", "));
        Self::parameter("format", found, &expected, &format!("{}之一", formats.join("、")))
    }

    /// A day that there is not.
    pub(crate) fn today(found: &str) -> Self {
        Self::parameter("today", found, "a day as YYYY-MM-DD", "YYYY-MM-DD形式的日期")
    }

    fn parameter(name: &str, found: &str, expected: &str, expected_zh: &str) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "query",
            format!("查询参数`{name}`为`{found}`，应为{expected_zh}"),
            format!("`{name}` in the query is `{found}`, expected {expected}"),
        )
        .about(Some(found.to_owned()), Some(expected.to_owned()))
    }

    /// No place or no reader for the document.
    pub(crate) fn busy() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            "正在读取的文件太多；请稍后重试",
            "too many documents are being read; try again later",
        )
    }

    /// A body that takes too long to come.
    pub(crate) fn slow_body(allowed: Duration) -> Self {
        let seconds = allowed.as_secs();
        Self::new(
            StatusCode::REQUEST_TIMEOUT,
            "slow_body",
            format!("文件在{seconds}秒内没有传完；请重新发送"),
            format!("the document did not come within {seconds} seconds; send it again"),
        )
    }

    /// A document that takes too long to read.
    pub(crate) fn slow_document(allowed: Duration) -> Self {
        let seconds = allowed.as_secs();
        Self::new(
            StatusCode::GATEWAY_TIMEOUT,
            "slow_document",
            format!("文件在{seconds}秒内没有读完；请拆分文件"),
            format!("the document was not read within {seconds} seconds; split it"),
        )
    }

    /// A path that there is not.
    pub(crate) fn path() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "path",
            "没有这个路径，应为`POST /plans`或`GET /health`",
            "there is nothing at this path, expected `POST /plans` or `GET /health`",
        )
    }

    /// A method that a path does not take.
    pub(crate) fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method",
            "此路径不接受这种请求方法，应为`POST /plans`或`GET /health`",
            "the path does not take this method, expected `POST /plans` or `GET /health`",
        )
    }
}

/// Nothing was sent (400), too much was (413), something that is no document (415), a document or a plan that is wrong (422).
fn status(error: &Error) -> StatusCode {
    match error {
        Error::Document(ReadError::Empty | ReadError::Blank) => StatusCode::BAD_REQUEST,
        Error::Document(ReadError::TooLarge { .. } | ReadError::UnpacksTooLarge { .. }) => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        Error::Document(ReadError::Binary { .. } | ReadError::Unsupported { .. } | ReadError::NoReader { .. }) => {
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        }
        Error::Document(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Plan { error, .. } if error.kind() == JsonErrorKind::Syntax => StatusCode::BAD_REQUEST,
        Error::Plan { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let Self { status, said } = self;
        let body = Json(Body { error: said });
        match status {
            StatusCode::SERVICE_UNAVAILABLE => (status, [(RETRY_AFTER, "1")], body).into_response(),
            _ => (status, body).into_response(),
        }
    }
}
