"""Findings on photos: the files, and where a body shows them."""

from .message import E, Message, W

MESSAGES = {
    "PH01": Message(
        E, "找不到照片“{file}”", "请把照片放进稿件的文件夹，并核对文件名，大小写也要一致。", {"file": "01.jpg"}
    ),
    "PH02": Message(
        E,
        "照片“{file}”指到了内容文件夹之外",
        "请把照片放进稿件自己的文件夹，稿件里只写文件名。",
        {"file": "../../../01.jpg"},
    ),
    "PH03": Message(
        E, "“{file}”不是照片文件，而是文件夹或失效的链接", "请把照片本身放进稿件的文件夹。", {"file": "01.jpg"}
    ),
    "PH04": Message(
        E,
        "照片“{file}”读不出来（{detail}）",
        "请检查这个文件的读取权限，或重新复制一份。",
        {"file": "01.jpg", "detail": "没有权限"},
    ),
    "PH05": Message(
        E,
        "照片“{file}”是空文件",
        "放在网盘里的，请先让网盘把它下载到这台电脑；不是的话，请从相机、手机或作者那里重新复制一份原图。",
        {"file": "01.jpg"},
    ),
    "PH06": Message(
        E,
        "“{file}”其实是{actual}，不是能发布的照片",
        "请换成相机或手机拍的原图（名字以 .jpg、.heic 或 .png 结尾）；别的格式请先导出为 .jpg。",
        {"file": "01.jpg", "actual": "网页（HTML）"},
    ),
    "PH08": Message(
        E,
        "“{file}”其实是 {actual} 图片，扩展名不对",
        "请把文件改名为“{right}”，稿件里的文件名也改成“{right}”。",
        {"file": "01.jpg", "actual": "PNG", "right": "01.png"},
    ),
    "PH09": Message(
        E, "照片“{file}”不完整，复制或传送时断了", "请从相机、手机或作者那里重新复制一份原图。", {"file": "01.jpg"}
    ),
    "PH10": Message(
        E,
        "照片“{file}”太小，只有 {width}×{height} 像素",
        "请换成原图，宽度至少 {least} 像素；聊天软件转来的常是缩小过的。",
        {"file": "01.jpg", "width": 120, "height": 90, "least": 320},
    ),
    "PH11": Message(
        W,
        "照片“{file}”只有 {width} 像素宽，在大屏幕上会模糊",
        "有原图的话请换成原图，宽度最好在 {good} 像素以上。",
        {"file": "01.jpg", "width": 400, "good": 640},
    ),
    "PH12": Message(
        E,
        "照片“{file}”有 {width}×{height} 像素，大得不能处理",
        "请缩小到 {most} 万像素以内、最长边 {side} 像素以内再用。",
        {"file": "01.jpg", "width": 60000, "height": 60000, "most": 12000, "side": 30000},
    ),
    "PH13": Message(
        E,
        "照片“{file}”有 {size} MB，太大",
        "请用看图软件导出为质量高的 .jpg，不超过 {most} MB。",
        {"file": "01.png", "size": 95, "most": 40},
    ),
    "PH14": Message(
        E, "照片“{file}”已经损坏，打不开", "请从相机、手机或作者那里重新复制一份原图。", {"file": "01.jpg"}
    ),
    "PH15": Message(
        W,
        "“{file}”是动图，页面上只出现第一帧",
        "需要动的画面请用视频；只要一张图请导出为 .jpg 或 .png。",
        {"file": "01.gif"},
    ),
    "PH16": Message(E, "照片“{file}”在生成网站时被改动了", "请等文件保存好，再生成一次。", {"file": "01.jpg"}),
    "PH18": Message(
        W,
        "照片“{file}”自带的作者信息是“{who}”",
        '核对无误的话，可以写成 ![{caption}]({file} "{credit}")。',
        {"file": "01.jpg", "who": "张三", "credit": "张三 摄", "caption": "说明"},
    ),
    "PH19": Message(
        W,
        "同一张照片有两种署名：这里的“{file}”是“{credit}”，{there} 是“{other}”",
        "请核对是谁拍的，把写错的一处改正。",
        {"file": "01.jpg", "credit": "张三 摄", "there": "content/2017/08/15-a/index.md:12", "other": "李四 摄"},
    ),
    "PH20": Message(
        W,
        "同一张照片有两个到期日：这里的“{file}”是{end}，{there} 是{other}",
        "请核对许可，使两处的“到期”一样；不然照片在一处撤下以后，另一处还在用。",
        {
            "file": "01.jpg",
            "end": "2017年8月31日",
            "there": "content/2017/08/15-a/index.md:12",
            "other": "没有写",
        },
    ),
    "PH21": Message(
        W,
        "照片“{file}”自带人工智能生成的标识，图片说明旁会标出“AI生成”",
        "请核对来源；属实的话，请在“图片”下给它写上“AI生成: 是”。标识依法不能去掉。",
        {"file": "01.jpg"},
    ),
    "PH22": Message(
        W,
        "照片“{file}”自带“可能是人工智能生成”的标识",
        "请向供图的人核实：是的话，请在“图片”下给它写上“AI生成: 是”；不是的话，请换成原图。",
        {"file": "01.jpg"},
    ),
    "PH23": Message(
        E,
        "照片“{file}”的结构不正常：同一幅画面存了 {scans} 遍，解开它会拖垮程序",
        "请用看图软件打开它，另存为一个普通的 .jpg，再放进稿件的文件夹。",
        {"file": "01.jpg", "scans": 5000},
    ),
    "PH30": Message(
        E,
        "照片“{file}”还没有下载，这里只有一张便条（Git LFS 留的）",
        "请在这个项目的文件夹里运行 git lfs pull，照片就会下载；文件不要改，也不要删。",
        {"file": "01.jpg"},
    ),
    "PH31": Message(
        E,
        "照片“{file}”还在 iCloud 云盘里，没有下载到这台电脑",
        "请在访达里点这个文件旁边的云朵图标，等它下载完；文件不要改，也不要删。",
        {"file": "01.jpg"},
    ),
}
